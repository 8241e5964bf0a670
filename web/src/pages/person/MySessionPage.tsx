import { Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { asProblem } from "@/api/problem";
import { MyQuizzes } from "@/features/quizzes/MyQuizzes";
import { SessionRoomList } from "@/features/rooms/RoomList";
import { downloadMyConvocation } from "@/features/sessions/attachmentQueries";
import { ConvocationButton } from "@/features/sessions/ConvocationButton";
import { MySessionView } from "@/features/sessions/MySessionView";
import { mySessionQuery } from "@/features/sessions/mineQueries";
import { isCalled } from "@/features/sessions/model/moves";
import { useTranslation as useQuizWords } from "@/i18n/myQuizzes";
import { useTranslation } from "@/i18n/mySessions";
import { useTranslation as useRoomWords } from "@/i18n/rooms";
import { paths } from "@/lib/paths";
import { NotFound } from "@/shell/NotFound";
import { Pending } from "@/shell/PageState";
import { ButtonLink } from "@/ui/ButtonLink";
import { Icon } from "@/ui/Icon";
import { PageTitle } from "@/ui/PageTitle";
import { ProblemNotice } from "@/ui/ProblemNotice";

const NOT_FOUND = [404, 422];

/** A session in which one takes part. */
export function MySessionPage() {
  const { t } = useTranslation();
  const { t: tQuiz } = useQuizWords();
  const { t: tRoom } = useRoomWords();
  const { session = "" } = useParams({ strict: false });
  const query = useQuery(mySessionQuery(session));
  if (query.isError) {
    if (NOT_FOUND.includes(asProblem(query.error).status)) return <NotFound />;
    return (
      <Stack gap="lg">
        <PageTitle title={t("failure.title")} />
        <ProblemNotice error={query.error} onRetry={() => query.refetch()} />
      </Stack>
    );
  }
  if (!query.data) return <Pending />;
  return (
    <Stack gap="lg" maw={860} mx="auto">
      <div>
        <Link
          to={paths.mySessions}
          style={{ display: "inline-flex", alignItems: "center", gap: "0.3rem", color: "#123f4b" }}
        >
          <Icon name="chevronLeft" size={16} />
          {t("mine.back")}
        </Link>
        <PageTitle title={query.data.title} />
        <Text c="dimmed">{query.data.organisation.name}</Text>
        <Group gap="xs" mt="sm">
          <ButtonLink to={paths.myRecords} variant="default">
            {t("mine.toRecords")}
          </ButtonLink>
          {isCalled(query.data.status, query.data.enrolment.status) ? (
            <ConvocationButton variant="default" download={() => downloadMyConvocation(session)} />
          ) : null}
        </Group>
      </div>
      <section aria-labelledby="quiz">
        <Title order={2} id="quiz" mb="sm">
          {tQuiz("myQuiz.inSession")}
        </Title>
        <MyQuizzes session={session} />
      </section>
      <section aria-labelledby="salons">
        <Title order={2} id="salons" mb="sm">
          {tRoom("rooms.title")}
        </Title>
        <SessionRoomList session={session} />
      </section>
      <MySessionView session={query.data} />
    </Stack>
  );
}
