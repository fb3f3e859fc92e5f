SELECT printf('%.*c', 404, 'x') AS a;
