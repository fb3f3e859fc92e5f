console.log(Array.from({ length: 1e12 }, () => 0).indexOf(1));
