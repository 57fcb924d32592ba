@local @local_moocbuild @_file_upload @javascript
Feature: Import a course from a package
  In order to offer a course that was written elsewhere
  As a manager
  I need to see what a package holds before a course is made of it

  # Packages: python plugins/moodle/tests/behat/packages.py

  Background:
    Given the following "users" exist:
      | username | firstname | lastname |
      | manager1 | Mona      | Manager  |
      | teacher1 | Theo      | Teacher  |
    And the following "role assigns" exist:
      | user     | role    | contextlevel | reference |
      | manager1 | manager | System       |           |

  Scenario: A manager sees what the package holds and makes the course
    Given I log in as "manager1"
    And I visit "/local/moocbuild/import.php"
    When I upload "local/moocbuild/tests/fixtures/first.mbz" file to "Package (.mbz)" filemanager
    And I press "Show what will change"
    Then I should see "“Listening”, version 1.0.0"
    And I should see "A new course"
    When I press "Create the course"
    Then I should see "The course is there."
    And I should see "When someone goes quiet"
    And I am on the "mbt-small" course page
    And I should see "Check yourself"

  Scenario: A manager who imports the same package again is shown the course that is there
    Given I log in as "manager1"
    And I visit "/local/moocbuild/import.php"
    And I upload "local/moocbuild/tests/fixtures/first.mbz" file to "Package (.mbz)" filemanager
    And I press "Show what will change"
    And I press "Create the course"
    When I visit "/local/moocbuild/import.php"
    And I upload "local/moocbuild/tests/fixtures/first.mbz" file to "Package (.mbz)" filemanager
    And I press "Show what will change"
    Then I should see "This site already has a course made from this package."

  Scenario: A teacher may not make courses from packages
    Given I log in as "teacher1"
    When I visit "/local/moocbuild/import.php"
    Then I should see "Sorry, but you do not currently have permissions to do that"
    And I should not see "Show what will change"
