export { FacilitatorsMessages as default } from "@/app/facilitators-messages";
