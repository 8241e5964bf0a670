import { LANGUAGE } from "@/i18n";

/** A rate in thousandths as people read it: “87,5 %”. */
export const formatRate = (thousandths: number): string =>
  `${(thousandths / 10).toLocaleString(LANGUAGE, { maximumFractionDigits: 1 })}\u00a0%`;
