function deeper() {
  return deeper() + 1;
}

for (let n = 0; n < 3; n++) {
  try {
    deeper();
  } catch {
    console.log("caught");
  }
}
