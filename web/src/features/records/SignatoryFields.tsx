import { TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "@/i18n/certificates";
import classes from "./Records.module.css";

/** Who signs a certificate for the organisation, as a form holds it. */
export interface Signatory extends Record<string, unknown> {
  name: string;
  capacity: string;
  signed_at: string;
}

/** Where the form shows what the server finds wrong with it. */
export const SIGNATORY_POINTERS = {
  "/signatory/name": "/name",
  "/signatory/capacity": "/capacity",
  "/signatory/place": "/signed_at",
};

const REMEMBERED = "carnet-signataire";

/** Whoever signed last on this device: the same person signs the next ones. */
export function lastSignatory(): Signatory {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(REMEMBERED) ?? "{}");
    const text = (name: string): string => {
      const value = (kept as Record<string, unknown>)[name];
      return typeof value === "string" ? value : "";
    };
    return { name: text("name"), capacity: text("capacity"), signed_at: text("signed_at") };
  } catch {
    return { name: "", capacity: "", signed_at: "" };
  }
}

export const signatoryOf = (values: Signatory) => {
  const { name, capacity, signed_at: place } = values;
  try {
    sessionStorage.setItem(REMEMBERED, JSON.stringify({ name, capacity, signed_at: place }));
  } catch {
    // A browser that keeps nothing asks again.
  }
  return {
    name: name.trim(),
    capacity: capacity.trim(),
    place: place.trim() === "" ? null : place.trim(),
  };
};

const LONGEST = 200;

export function SignatoryFields<V extends Signatory>({ form }: { form: UseFormReturnType<V> }) {
  const { t } = useTranslation();
  return (
    <div className={classes.fields}>
      <TextInput
        label={t("certify.signatory")}
        maxLength={LONGEST}
        required
        {...form.getInputProps("name")}
      />
      <TextInput
        label={t("certify.capacity")}
        placeholder={t("certify.capacityExample")}
        maxLength={LONGEST}
        required
        {...form.getInputProps("capacity")}
      />
      <TextInput
        label={t("certify.place")}
        maxLength={LONGEST}
        {...form.getInputProps("signed_at")}
      />
    </div>
  );
}
