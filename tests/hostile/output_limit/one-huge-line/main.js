console.log("x".repeat(30 << 20));
