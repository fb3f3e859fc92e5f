import { createHmac } from "node:crypto";

const researchKey = "the-key-for-research-from-the-vault";
const smallestGroup = 3;

const ageGroupOf = ({ born }) => `${born.slice(0, 3)}0s`;
const regionOf = ({ postcode }) => postcode.slice(0, 2);
const groupOf = (patient) => `${ageGroupOf(patient)} ${regionOf(patient)}`;

const pseudonymOf = ({ id }) => createHmac("sha256", researchKey).update(String(id)).digest("hex").slice(0, 16);

function research(patients) {
  const sizes = new Map();
  for (const patient of patients) {
    sizes.set(groupOf(patient), (sizes.get(groupOf(patient)) ?? 0) + 1);
  }
  return patients
    .filter((patient) => sizes.get(groupOf(patient)) >= smallestGroup)
    .map((patient) => ({
      pseudonym: pseudonymOf(patient),
      age_group: ageGroupOf(patient),
      region: regionOf(patient),
      diagnosis: patient.diagnosis,
      minutes: patient.minutes,
    }));
}

const purposes = new Map([
  ["newsletter", (patients) => patients.filter(({ newsletter }) => newsletter === true).map(({ name, email }) => ({ name, email }))],
  ["invoicing", (patients) => patients.map(({ id, name, minutes }) => ({ id, name, minutes }))],
  ["research", research],
]);

/** Returns the list for this purpose, with what it needs and nothing else. */
export function exportFor(purpose, patients) {
  if (!purposes.has(purpose)) {
    throw new RangeError("there is no such purpose");
  }
  return purposes.get(purpose)(patients);
}
