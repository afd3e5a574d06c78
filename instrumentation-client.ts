// Next runs this file before it hydrates a page: nothing has parsed anything yet, and nobody has listened to a press.
import "@/lib/client/zod-setup";
import { keepDoubleClicksTogether } from "@/lib/ui/double-clicks";

keepDoubleClicksTogether(document);
