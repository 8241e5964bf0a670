import { NativeSelect, SimpleGrid, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "@/i18n/sentOffers";
import { addDays, type Day } from "@/lib/days";
import { HELP_BELOW } from "@/ui/form";
import type { OfferContract, OfferPay } from "../shared/types";
import { type DraftValues, LIMITS } from "./draft";
import classes from "./Sent.module.css";

const CONTRACTS: OfferContract[] = [
  "permanent",
  "fixed_term",
  "temporary",
  "apprenticeship",
  "professionalisation",
  "internship",
  "seasonal",
  "freelance",
  "other",
];
const PER: OfferPay["per"][] = ["hour", "month", "year"];

interface Props {
  form: UseFormReturnType<DraftValues>;
  day: Day;
}

/** What is offered: contract, place, hours, pay, days. */
export function TermsFields({ form, day }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label={t("offerForm.contract")}
          data={[
            { value: "", label: t("offerForm.choose") },
            ...CONTRACTS.map((value) => ({ value, label: t(`offer.contract.${value}`) })),
          ]}
          {...form.getInputProps("contract")}
        />
        <TextInput
          label={t("offerForm.place")}
          description={t("offerForm.placeHelp")}
          inputWrapperOrder={HELP_BELOW}
          maxLength={LIMITS.line}
          {...form.getInputProps("place")}
        />
        <TextInput
          label={t("offerForm.week")}
          description={t("offerForm.weekHelp")}
          inputWrapperOrder={HELP_BELOW}
          {...form.getInputProps("weekly_minutes")}
        />
        <TextInput
          label={t("offerForm.schedule")}
          description={t("offerForm.scheduleHelp")}
          inputWrapperOrder={HELP_BELOW}
          maxLength={LIMITS.line}
          {...form.getInputProps("schedule")}
        />
      </SimpleGrid>
      <fieldset className={classes.fieldset}>
        <legend>{t("offerForm.payLegend")}</legend>
        <div className={classes.pay}>
          <TextInput
            label={t("offerForm.pay")}
            inputMode="decimal"
            rightSection="€"
            {...form.getInputProps("pay")}
          />
          <TextInput
            label={t("offerForm.payMax")}
            inputMode="decimal"
            rightSection="€"
            {...form.getInputProps("pay_max")}
          />
          <NativeSelect
            label={t("offerForm.payPer")}
            data={PER.map((value) => ({ value, label: t(`offer.pay.${value}`) }))}
            {...form.getInputProps("pay_per")}
          />
        </div>
      </fieldset>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput
          type="date"
          label={t("offerForm.start")}
          description={t("offerForm.startHelp")}
          inputWrapperOrder={HELP_BELOW}
          min={day}
          {...form.getInputProps("starts_on")}
        />
        <TextInput
          type="date"
          label={t("offerForm.replyBy")}
          description={t("offerForm.replyByHelp")}
          inputWrapperOrder={HELP_BELOW}
          min={addDays(day, 1)}
          max={addDays(day, LIMITS.replyDays)}
          {...form.getInputProps("reply_by")}
        />
      </SimpleGrid>
    </>
  );
}
