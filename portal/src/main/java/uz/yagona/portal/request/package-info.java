/** Requests from filing to decision: values, deadline, pauses, reviews, timeline, notices. */
@NullMarked
package uz.yagona.portal.request;

import org.jspecify.annotations.NullMarked;
