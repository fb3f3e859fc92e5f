console.log("before" as string);
let 1st: string = "slip";
