export const add = 5;
