// What is wrong with the general part of a session, in words.
import type { Translate } from "@/i18n/sessionWriting";
import { type GeneralValues, generalFaults } from "./model/general";

export const faultNames = (t: Translate, values: GeneralValues, isNew: boolean) =>
  Object.fromEntries(
    Object.entries(generalFaults(values, isNew)).map(([field, fault]) => [
      field,
      fault === "required" ? t("form.required") : t(`general.fault.${fault}`),
    ]),
  );
