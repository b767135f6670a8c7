/* What objects of a log are called. A person by the id that the record has for them, and never by a name: whoever has the record can tell who it is, and nobody else. */

export const requestObject = (request: string) => `request:${request}`;
export const stepObject = (request: string, step: string) => `step:${request}/${step}`;
/** By its request and not by its number, which may be given anew. */
export const permitObject = (request: string) => `permit:${request}`;
export const movementObject = (movement: string) => `movement:${movement}`;
export const documentObject = (document: string) => `document:${document}`;
export const deskObject = (desk: string) => `desk:${desk}`;
export const personObject = (person: string) => `person:${person}`;
export const organisationObject = (organisation: string) => `organisation:${organisation}`;
