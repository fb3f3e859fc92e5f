Function("return " + "-(".repeat(100_000) + "1" + ")".repeat(100_000))();
