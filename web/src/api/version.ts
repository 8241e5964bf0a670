/** The header that names the version a change starts from. */
export const ifMatch = (version: number) => ({ "If-Match": `"${version}"` });
