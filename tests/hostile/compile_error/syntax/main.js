console.log("before");
function f( {
