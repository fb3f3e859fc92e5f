CREATE TABLE course_teachers (
  course_id INTEGER,
  person_id INTEGER,
  lead INTEGER
) STRICT;

INSERT INTO course_teachers (course_id, person_id, lead)
SELECT id, teacher_1, 1 FROM courses;
