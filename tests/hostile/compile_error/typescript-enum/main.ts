enum Level {
  Low,
  High,
}
console.log(Level.High);
