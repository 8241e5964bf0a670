import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { releaseQuery } from "@/features/catalog";
import { AlignmentProof, NoticeFilters, NoticeInbox } from "@/features/notices";
import { filterOf, type NoticeFilter, searchOf } from "@/features/notices/url";
import { useTranslation } from "@/i18n/notices";
import { staff, writesTrainings } from "@/shell/navigation";
import { useStanding } from "@/shell/standing";
import { Notice } from "@/ui/Notice";
import { TrainingsLayout } from "./TrainingsLayout";

const route = getRouteApi("/guarded/organisations/$organisation/referentiel");

/** What new releases of the catalogue change for an organisation, decided line by line. */
export function NoticesPage() {
  const { t } = useTranslation();
  const { organisation: id } = route.useParams();
  const filter = filterOf(route.useSearch());
  const navigate = route.useNavigate();
  const release = useQuery(releaseQuery).data?.version;
  const organisation = useStanding()?.organisations.find((mine) => mine.id === id);
  if (!organisation) return null;
  const onFilter = (next: NoticeFilter) =>
    void navigate({ search: searchOf(next), resetScroll: false });
  const writable = writesTrainings(organisation);
  return (
    <TrainingsLayout title={t("notice.title")} lead={t("notice.lead")}>
      {writable ? (
        <Notice title={t("notice.how")}>{t("notice.howText")}</Notice>
      ) : (
        <Notice title={t("notice.readOnly")}>
          {t(staff(organisation) ? "notice.suspendedText" : "notice.readOnlyText")}
        </Notice>
      )}
      <AlignmentProof organisation={id} />
      <NoticeFilters organisation={id} filter={filter} onFilter={onFilter} />
      <NoticeInbox
        organisation={id}
        filter={filter}
        writable={writable}
        release={release}
        onFilter={onFilter}
      />
    </TrainingsLayout>
  );
}
