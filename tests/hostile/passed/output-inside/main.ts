console.log("x".repeat(1023) as string);
