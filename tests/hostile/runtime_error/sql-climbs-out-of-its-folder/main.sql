ATTACH '../../etc/passwd' AS host;
