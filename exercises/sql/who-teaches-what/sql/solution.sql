CREATE TABLE course_teachers (
  course_id INTEGER NOT NULL REFERENCES courses (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES people (id),
  lead INTEGER NOT NULL CHECK (lead IN (0, 1)),
  PRIMARY KEY (course_id, person_id)
) STRICT;

INSERT INTO course_teachers (course_id, person_id, lead)
SELECT id, teacher_1, 1 FROM courses WHERE teacher_1 IS NOT NULL;

INSERT INTO course_teachers (course_id, person_id, lead)
SELECT id, teacher_2, 0 FROM courses WHERE teacher_2 IS NOT NULL
ON CONFLICT DO NOTHING;

INSERT INTO course_teachers (course_id, person_id, lead)
SELECT id, teacher_3, 0 FROM courses WHERE teacher_3 IS NOT NULL
ON CONFLICT DO NOTHING;
