for (;;) console.log("2");
