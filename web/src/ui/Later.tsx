import { Skeleton } from "@mantine/core";
import { type ReactNode, Suspense } from "react";
import { useTranslation } from "@/i18n";

interface Props {
  children: ReactNode;
  /** Of the place it holds. */
  height?: number;
}

/** Stands around a part that is loaded after its page, and holds its place while it loads. */
export function Later({ children, height = 120 }: Props) {
  const { t } = useTranslation();
  return (
    <Suspense
      fallback={<Skeleton height={height} role="img" aria-label={t("state.loading")} radius="lg" />}
    >
      {children}
    </Suspense>
  );
}
