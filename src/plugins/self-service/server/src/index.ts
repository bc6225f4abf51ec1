/** Contributors enter and update the listings of their own businesses (issue: contributors and moderation). */
export default {};
