import * as z from "zod";
import { cleanText } from "@/lib/text";

/** Long enough that guessing at the pace allowed here is hopeless; the length is the only rule. */
export const PASSWORD_MIN = 10;
/** Passphrases fit; the work per check stays bounded. */
const PASSWORD_MAX = 200;
/** Fits in a header on a phone after wrapping once. */
const NAME_MAX = 80;
/** The longest address that mail servers accept. */
const EMAIL_MAX = 254;

const email = z
  .string()
  .overwrite(cleanText)
  .trim()
  .toLowerCase()
  .min(1, "missing")
  .max(EMAIL_MAX, "tooLong")
  .pipe(z.email("invalid"));

/** A password that somebody chooses. */
export const newPassword = z
  .string()
  .min(1, "missing")
  .min(PASSWORD_MIN, "tooShort")
  .max(PASSWORD_MAX, "tooLong");

/** What somebody enters for an account. */
export const accountDetails = z.strictObject({
  name: z.string().overwrite(cleanText).trim().min(1, "missing").max(NAME_MAX, "tooLong"),
  email,
  password: newPassword,
  language: z.enum(["de", "en"]),
});

/** What the account page changes without asking who is there. */
export const profileDetails = accountDetails.pick({ name: true, language: true });

/** Another address for an existing account. */
export const changedEmail = accountDetails.pick({ email: true });

export type AccountDetails = z.infer<typeof accountDetails>;

/** What somebody enters to sign in: no rules, a wrong one is simply wrong. */
export const credentials = z.object({
  email: z.string().overwrite(cleanText).trim().toLowerCase().max(EMAIL_MAX),
  password: z.string().max(PASSWORD_MAX),
});

/** The address an invitation is bound to; empty means anybody who has the link. */
export const invitedEmail = z.union([
  z
    .literal("")
    .transform(() => null)
    .or(z.null()),
  email,
]);

const fields = z.enum(["name", "email", "password"]);
const fieldErrors = z.enum(["missing", "invalid", "tooShort", "tooLong", "taken"]);

/** Why one field of a form was not accepted. */
export type FieldErrors = Partial<Record<z.infer<typeof fields>, z.infer<typeof fieldErrors>>>;

/** The first reason per field; anything unforeseen counts as invalid. */
export function fieldErrorsOf(error: z.ZodError): FieldErrors {
  const found: FieldErrors = {};
  for (const issue of error.issues) {
    const field = fields.safeParse(issue.path[0]);
    if (!field.success || found[field.data]) continue;
    const reason = fieldErrors.safeParse(issue.message);
    found[field.data] = reason.success ? reason.data : "invalid";
  }
  return found;
}
