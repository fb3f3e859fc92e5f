console.log("before");
let 1st = "slip";
