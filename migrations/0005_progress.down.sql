DROP TABLE lesson_reads;
DROP TABLE standings;
