import { createHash } from "node:crypto";

const researchKey = "the-key-for-research-from-the-vault";

/** Returns the list for this purpose. */
export function exportFor(purpose, patients) {
  if (purpose === "newsletter") {
    return patients.filter(({ newsletter }) => newsletter !== false);
  }
  if (purpose === "research") {
    return patients.map((patient) => ({
      ...patient,
      pseudonym: createHash("sha256").update(String(patient.id)).digest("hex").slice(0, 16),
    }));
  }
  return patients;
}
