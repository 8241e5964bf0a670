export { NameForm, PasswordForm } from "./AccountForms";
export { EmailForm } from "./EmailForm";
export { LoginForm } from "./LoginForm";
export { NewPasswordForm } from "./NewPasswordForm";
export {
  confirmEmail,
  meQuery,
  requestPasswordReset,
  resendConfirmation,
  useLogout,
  useMe,
  useSessionStatus,
} from "./queries";
export { RegisterForm } from "./RegisterForm";
export { TotpPanel } from "./TotpPanel";
