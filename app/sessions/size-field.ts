/** The name of the field that an activity's minutes are chosen in. */
export const sizeField = (activity: string): string => `size/${activity}`;
