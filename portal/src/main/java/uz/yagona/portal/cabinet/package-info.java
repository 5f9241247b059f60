/** What an applicant sees: own requests, answers, withdrawal, notices, who looked. */
@NullMarked
package uz.yagona.portal.cabinet;

import org.jspecify.annotations.NullMarked;
