import { Textarea } from "@mantine/core";
import { useTranslation } from "@/i18n/slots";
import { Notice } from "@/ui/Notice";

interface Props {
  /** Who or what is taken, a sentence each. */
  messages: string[];
  reason: string;
  onReason: (reason: string) => void;
  error?: string | null;
}

/** Somebody or a place is taken at that time: what, and the reason that is needed to go on all the same. */
export function Taken({ messages, reason, onReason, error }: Props) {
  const { t } = useTranslation();
  return (
    <Notice tone="warning" icon="alert" announce title={t("taken.title")}>
      <ul style={{ margin: "0 0 0.75rem", paddingInlineStart: "1.2rem" }}>
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      <Textarea
        label={t("taken.reason")}
        description={t("taken.reasonHelp")}
        autosize
        minRows={2}
        maxLength={500}
        error={error}
        value={reason}
        onChange={(event) => onReason(event.currentTarget.value)}
      />
    </Notice>
  );
}
