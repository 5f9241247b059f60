@NullMarked
package uz.yagona.workers;

import org.jspecify.annotations.NullMarked;
