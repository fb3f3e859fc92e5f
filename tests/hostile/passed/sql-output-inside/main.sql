SELECT printf('%.*c', 403, 'x') AS abc;
