export { default } from "@/app/facilitators-messages";
