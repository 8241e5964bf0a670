import { NativeSelect } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "@/i18n/experienceWords";
import { paths } from "@/lib/paths";
import { judges } from "@/shell/navigation";
import links from "@/ui/SectionLinks.module.css";
import { SectionNav } from "@/ui/SectionNav";
import type { useReviewers } from "./useReviewers";

type Props = Pick<ReturnType<typeof useReviewers>, "id" | "organisations" | "reviews">;

/** The pages about experiences of an organisation, and the way to another organisation of one's own. */
export function ReviewNav({ id, organisations, reviews }: Props) {
  const { t } = useTranslation();
  const go = useNavigate();
  const params = { organisation: id };
  const active = { "aria-current": "page", "data-active": true } as const;
  const change = (organisation: string) => {
    const there = organisations.find((one) => one.id === organisation);
    const to = there && judges(there) ? paths.reviews : paths.experienceProposals;
    void go({ to, params: { organisation } });
  };
  return (
    <>
      {organisations.length > 1 ? (
        <NativeSelect
          aria-label={t("reviewNav.choose")}
          maw={360}
          value={id}
          data={organisations.map((mine) => ({ value: mine.id, label: mine.name }))}
          onChange={(event) => change(event.currentTarget.value)}
        />
      ) : null}
      <SectionNav label={t("reviewNav.label")}>
        {reviews ? (
          <Link
            to={paths.reviews}
            params={params}
            className={links.link}
            activeProps={active}
            activeOptions={{ exact: true, includeSearch: false }}
          >
            {t("reviewNav.reviews")}
          </Link>
        ) : null}
        <Link
          to={paths.experienceProposals}
          params={params}
          className={links.link}
          activeProps={active}
        >
          {t("reviewNav.propose")}
        </Link>
      </SectionNav>
    </>
  );
}
