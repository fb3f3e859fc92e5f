DROP TABLE known_modules;
