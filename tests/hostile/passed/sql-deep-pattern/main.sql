WITH pattern (p) AS (SELECT replace(hex(zeroblob(24990)), '00', '%a')) SELECT replace(hex(zeroblob(30000)), '00', 'a') LIKE p AS found FROM pattern;
