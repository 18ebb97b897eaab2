declare const levels: readonly (readonly string[])[];
export = levels;
