/** What those who make the document of a phone's page, send it and begin in it call its parts. */

/** Where each answer has a nonce of its own. */
export const NONCE = "NONCE-OF-THIS-ANSWER";

/** Where the people to call of this installation come. */
export const CONTACTS = "CONTACTS-OF-THIS-INSTALLATION";

/** Ids: where the page is shown, where the people to call stand, and the styles that name the fonts. */
export const PLACE = "phone";
export const PEOPLE = "contacts";
export const FONTS = "fonts";
