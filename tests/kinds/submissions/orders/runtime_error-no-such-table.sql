SELECT * FROM visitors;
