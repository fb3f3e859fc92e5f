JSON.parse("[".repeat(500_000));
