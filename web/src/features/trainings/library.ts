// What trainings are made of and an organisation writes once: its courses, its own skills, its grids.
import {
  keepPreviousData,
  type QueryClient,
  queryOptions,
  useInfiniteQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { api, unwrap } from "@/api/client";
import type { Course, CourseBody, OwnSkill, OwnSkillBody } from "@/api/types";
import { ifMatch } from "@/api/version";
import type { CourseFilter } from "./url";

const MOST = 100;

const coursesKey = (organisation: string) => ["organisation", organisation, "courses"];
const ownSkillsKey = (organisation: string) => ["organisation", organisation, "own-skills"];

interface Page<T> {
  items: T[];
  next_cursor?: string | null;
}

/** Every row of a list, page after page. */
async function whole<T>(page: (cursor: string | null) => Promise<Page<T>>): Promise<T[]> {
  const found: T[] = [];
  let cursor: string | null = null;
  do {
    const { items, next_cursor: next } = await page(cursor);
    found.push(...items);
    cursor = next ?? null;
  } while (cursor !== null);
  return found;
}

const getCourses = (
  organisation: string,
  query: { archived?: boolean; q?: string; limit?: number; cursor?: string },
  signal: AbortSignal,
) => {
  const params = { path: { id: organisation }, query };
  return unwrap(api.GET("/api/v1/organisations/{id}/courses", { params, signal }));
};

const getOwnSkills = (
  organisation: string,
  query: { q?: string; limit?: number; cursor?: string },
  signal: AbortSignal,
) => {
  const params = { path: { id: organisation }, query };
  return unwrap(api.GET("/api/v1/organisations/{id}/own-skills", { params, signal }));
};

/** What a page of a list is asked with: the words it is searched by, and where it begins. */
const asked = (words: string, cursor: string | null) => ({
  ...(words === "" ? {} : { q: words }),
  ...(cursor ? { cursor } : {}),
});

export function useCourses(organisation: string, { archived, words }: CourseFilter) {
  return useInfiniteQuery({
    queryKey: [...coursesKey(organisation), "pages", archived, words],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      getCourses(organisation, { archived, ...asked(words, pageParam) }, signal),
    getNextPageParam: (page) => page.next_cursor ?? null,
    placeholderData: keepPreviousData,
  });
}

/** Every course in use. */
export const allCoursesQuery = (organisation: string) =>
  queryOptions({
    queryKey: [...coursesKey(organisation), "all"],
    queryFn: ({ signal }) =>
      whole((cursor) =>
        getCourses(
          organisation,
          { archived: false, limit: MOST, ...(cursor ? { cursor } : {}) },
          signal,
        ),
      ),
  });

export function useOwnSkills(organisation: string, words: string) {
  return useInfiniteQuery({
    queryKey: [...ownSkillsKey(organisation), "pages", words],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => getOwnSkills(organisation, asked(words, pageParam), signal),
    getNextPageParam: (page) => page.next_cursor ?? null,
    placeholderData: keepPreviousData,
  });
}

/** Every own skill. */
export const allOwnSkillsQuery = (organisation: string) =>
  queryOptions({
    queryKey: [...ownSkillsKey(organisation), "all"],
    queryFn: ({ signal }) =>
      whole((cursor) =>
        getOwnSkills(organisation, { limit: MOST, ...(cursor ? { cursor } : {}) }, signal),
      ),
  });

/** Official skills proposed for an own skill: five at most, refused ones never again. */
export const matchesQuery = (organisation: string, ownSkill: string) =>
  queryOptions({
    queryKey: [...ownSkillsKey(organisation), "matches", ownSkill],
    queryFn: ({ signal }) => {
      const params = { path: { id: organisation, own_skill_id: ownSkill } };
      return unwrap(
        api.GET("/api/v1/organisations/{id}/own-skills/{own_skill_id}/matches", { params, signal }),
      );
    },
  });

export const gridsQuery = (organisation: string) =>
  queryOptions({
    queryKey: ["organisation", organisation, "grids"],
    queryFn: ({ signal }) => {
      const params = { path: { id: organisation } };
      return unwrap(api.GET("/api/v1/organisations/{id}/grids", { params, signal }));
    },
  });

/** Trainings show what courses and own skills say: they are asked for anew. */
const refresh = async (cache: QueryClient, organisation: string, key: string[]) => {
  await cache.invalidateQueries({ queryKey: key });
  void cache.invalidateQueries({
    queryKey: ["organisation", organisation, "training"],
    refetchType: "none",
  });
};

export function useCourseChanges(organisation: string) {
  const cache = useQueryClient();
  const settle = async (course: Course): Promise<Course> => {
    await refresh(cache, organisation, coursesKey(organisation));
    return course;
  };
  const path = "/api/v1/organisations/{id}/courses/{course_id}" as const;
  const at = (course: string) => ({ path: { id: organisation, course_id: course } });
  return {
    create: async (body: CourseBody) => {
      const params = { path: { id: organisation } };
      return settle(await unwrap(api.POST("/api/v1/organisations/{id}/courses", { params, body })));
    },
    write: async (course: string, version: number, body: CourseBody) => {
      const params = { ...at(course), header: ifMatch(version) };
      return settle(await unwrap(api.PUT(path, { params, body })));
    },
    archive: async (course: string) =>
      settle(await unwrap(api.POST(`${path}/archive`, { params: at(course) }))),
    restore: async (course: string) =>
      settle(await unwrap(api.POST(`${path}/restore`, { params: at(course) }))),
  };
}

export function useOwnSkillChanges(organisation: string) {
  const cache = useQueryClient();
  const settle = async (skill: OwnSkill): Promise<OwnSkill> => {
    await refresh(cache, organisation, ownSkillsKey(organisation));
    return skill;
  };
  const path = "/api/v1/organisations/{id}/own-skills/{own_skill_id}" as const;
  const at = (id: string) => ({ path: { id: organisation, own_skill_id: id } });
  return {
    create: async (body: OwnSkillBody) => {
      const params = { path: { id: organisation } };
      return settle(
        await unwrap(api.POST("/api/v1/organisations/{id}/own-skills", { params, body })),
      );
    },
    write: async (id: string, version: number, body: OwnSkillBody) => {
      const params = { ...at(id), header: ifMatch(version) };
      return settle(await unwrap(api.PUT(path, { params, body })));
    },
    remove: async (id: string) => {
      await unwrap(api.DELETE(path, { params: at(id) }));
      await refresh(cache, organisation, ownSkillsKey(organisation));
    },
    link: async (id: string, skill: string) =>
      settle(await unwrap(api.PUT(`${path}/link`, { params: at(id), body: { skill } }))),
    undo: async (id: string) =>
      settle(await unwrap(api.DELETE(`${path}/link`, { params: at(id) }))),
    keep: async (id: string) => settle(await unwrap(api.POST(`${path}/keep`, { params: at(id) }))),
    refuse: async (id: string, skill: string, reason: string) =>
      settle(
        await unwrap(api.POST(`${path}/refusals`, { params: at(id), body: { skill, reason } })),
      ),
  };
}
