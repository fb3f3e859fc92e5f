/** Says whether this user may do this with the lesson. */
export function may(user, action, lesson) {
  if (user === null || !user.active) {
    return false;
  }
  const { name, role } = user;
  const isStudent = role === "student" && name === lesson.student;
  const isTeacher = role === "teacher" && name === lesson.teacher;
  const isOffice = role === "office";
  switch (action) {
    case "read":
      return isStudent || isTeacher || isOffice;
    case "cancel":
      return isOffice || ((isStudent || isTeacher) && !lesson.cancelled);
    case "grade":
      return isTeacher && !lesson.cancelled;
    default:
      return false;
  }
}
