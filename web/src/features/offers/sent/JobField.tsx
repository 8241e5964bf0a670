import { ActionIcon, Input } from "@mantine/core";
import { type ReactNode, useId } from "react";
import { useTranslation } from "@/i18n/sentOffers";
import { Icon } from "@/ui/Icon";
import classes from "./Sent.module.css";

interface Props {
  value: { code: string; label: string } | null;
  error: ReactNode;
  picker: ReactNode;
  onRemove: () => void;
}

/** The job of an offer: one of the catalogue. */
export function JobField({ value, error, picker, onRemove }: Props) {
  const { t } = useTranslation();
  const id = useId();
  if (!value) {
    return (
      <div>
        {picker}
        {error ? (
          <Input.Error role="alert" mt={4}>
            {error}
          </Input.Error>
        ) : null}
      </div>
    );
  }
  return (
    <Input.Wrapper
      id={id}
      size="md"
      label={t("offerForm.job")}
      labelElement="div"
      error={error}
      role="group"
      aria-labelledby={`${id}-label`}
    >
      <div className={classes.chosen}>
        <span>
          {value.label} ({value.code})
        </span>
        <ActionIcon
          variant="subtle"
          size="lg"
          aria-label={t("offerForm.removeJob", { label: value.label })}
          onClick={onRemove}
        >
          <Icon name="close" />
        </ActionIcon>
      </div>
    </Input.Wrapper>
  );
}
