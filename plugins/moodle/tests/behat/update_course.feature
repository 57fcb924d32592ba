@local @local_moocbuild @_file_upload @javascript
Feature: Update a course from a newer package
  In order to keep a course up to date without losing what learners have done
  As a teacher
  I need to see every change before it is made

  # Packages: python plugins/moodle/tests/behat/packages.py

  Background:
    Given I log in as "admin"
    And I visit "/local/moocbuild/import.php"
    And I upload "local/moocbuild/tests/fixtures/first.mbz" file to "Package (.mbz)" filemanager
    And I press "Show what will change"
    And I press "Create the course"
    And the following "users" exist:
      | username | firstname | lastname |
      | teacher1 | Theo      | Teacher  |
      | student1 | Lea       | Learner  |
    And the following "course enrolments" exist:
      | user     | course    | role           |
      | teacher1 | mbt-small | editingteacher |
      | student1 | mbt-small | student        |

  Scenario: A teacher sees the changes, then makes them
    Given I am on the "mbt-small" course page logged in as "teacher1"
    And I navigate to "Update from a package" in current page administration
    When I upload "local/moocbuild/tests/fixtures/second.mbz" file to "Package (.mbz)" filemanager
    And I press "Show what will change"
    Then I should see "New activities"
    And I should see "Two and two"
    When I am on the "mbt-small" course page
    Then I should not see "Two and two"
    When I navigate to "Update from a package" in current page administration
    And I upload "local/moocbuild/tests/fixtures/second.mbz" file to "Package (.mbz)" filemanager
    And I press "Show what will change"
    And I press "Update the course"
    Then I should see "The course is up to date."
    And I should see "Two and two"

  Scenario: The same package again changes nothing
    Given I am on the "mbt-small" course page logged in as "teacher1"
    And I navigate to "Update from a package" in current page administration
    When I upload "local/moocbuild/tests/fixtures/first.mbz" file to "Package (.mbz)" filemanager
    And I press "Show what will change"
    Then I should see "Nothing changes"
    And "Update the course" "button" should not exist

  Scenario: A learner sees the course and none of this
    When I am on the "mbt-small" course page logged in as "student1"
    Then I should see "When someone goes quiet"
    And I should not see "Update from a package"
    And I should not see "Log of updates"
