// Next runs this file before it hydrates a page: nothing has parsed anything yet.
import "@/lib/client/zod-setup";
