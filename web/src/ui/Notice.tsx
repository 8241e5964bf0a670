import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Icon, type IconName } from "./Icon";
import classes from "./Notice.module.css";

type Tone = "info" | "success" | "warning" | "error";

const ICONS: Record<Tone, IconName> = {
  info: "info",
  success: "check",
  warning: "clock",
  error: "alert",
};

interface Props {
  tone?: Tone;
  title?: string;
  icon?: IconName;
  /** Announced at once when it appears; leave out for what was there from the start. */
  announce?: boolean;
  actions?: ReactNode;
  children?: ReactNode;
}

/** A message in the flow of the page: what happened, what to do next. */
export function Notice({ tone = "info", title, icon, announce, actions, children }: Props) {
  const role = announce ? (tone === "error" ? "alert" : "status") : undefined;
  return (
    <div className={classes.notice} data-tone={tone} role={role}>
      <span className={classes.icon}>
        <Icon name={icon ?? ICONS[tone]} size={20} />
      </span>
      <div className={classes.body}>
        {title ? <Text fw={650}>{title}</Text> : null}
        {children ? <div className={classes.text}>{children}</div> : null}
        {actions ? <div className={classes.actions}>{actions}</div> : null}
      </div>
    </div>
  );
}
