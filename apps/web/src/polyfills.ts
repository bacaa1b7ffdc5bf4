// What Chromium 87–90 lacks and people write without thinking. Small on purpose: libraries were searched, none needs more.
import 'core-js/actual/array/at';
import 'core-js/actual/array/find-last';
import 'core-js/actual/array/to-sorted';
import 'core-js/actual/object/has-own';
import 'core-js/actual/string/is-well-formed';
