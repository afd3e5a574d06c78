/** What stands in the document of a phone's page until it is sent: both sides of that name it. */

/** Where each answer has a nonce of its own. */
export const NONCE = "NONCE-OF-THIS-ANSWER";

/** Where the people to call of this installation come. */
export const CONTACTS = "CONTACTS-OF-THIS-INSTALLATION";
